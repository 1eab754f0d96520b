"""The person's side: a place of its own, and that of carers. It composes what the features hold."""
