"""Each module has a function run()."""
