import { PLACE } from '../../core/surroundings/place.ts';

/** Files of /etc that are the same on each machine. */
export const SYSTEM_FILES: ReadonlyMap<string, string> = new Map([
  [
    '/etc/passwd',
    [
      'root:x:0:0:root:/root:/bin/sh',
      `${PLACE.user}:x:${PLACE.uid}:${PLACE.uid}::${PLACE.home}:/bin/sh`,
      '',
    ].join('\n'),
  ],
  ['/etc/group', `root:x:0:\n${PLACE.user}:x:${PLACE.uid}:\n`],
  ['/etc/hosts', `127.0.0.1 ${PLACE.host}\n::1 ${PLACE.host}\n`],
  ['/etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n'],
]);
