"""What the author's tool asks of a challenge's code. Not part of the image that learners get."""
