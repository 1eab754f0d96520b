"""Reading about carers."""
