import { setFlagsFromString } from 'node:v8';

// The bundler's allocator would keep what it no longer needs beyond the end of a build: 700 MB for a thousand articles. It reads this
// when it is loaded, so this module comes before all that load it.
process.env.MIMALLOC_PURGE_DELAY ??= '0';

// Left to itself, the heap grows to several times what is in use before that is collected. Half as much again is soon enough: it costs
// CPU time of other threads alone.
setFlagsFromString('--heap-growing-percent=50');
