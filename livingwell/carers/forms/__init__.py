"""Forms of staff about carers."""
