"""What is done from the portal and belongs to several features at once."""
