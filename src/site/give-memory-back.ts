// The bundler's allocator would keep what it no longer needs beyond the end of a build: 700 MB for a thousand articles. It reads this
// when it is loaded, so this module comes before all that load it.
process.env.MIMALLOC_PURGE_DELAY ??= '0';
