"""What is out there: services and what they are like, where they came from, and when somebody last checked them."""
