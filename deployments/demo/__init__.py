"""The sample press: made-up outlets that tell true deals, served on loopback for `make run` and the tests."""
