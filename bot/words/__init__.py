"""What is said to people, a module a topic: thin functions that hand their data to the messages of the catalogues."""
