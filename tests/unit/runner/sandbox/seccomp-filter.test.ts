import { describe, expect, test } from 'vitest';
import { DENIED_CALLS } from '../../../../src/runner/sandbox/denied-calls.ts';
import { seccompFilter } from '../../../../src/runner/sandbox/seccomp-filter.ts';

const MACHINES = [
  { arch: 'x64', column: 0, audit: 0xc000003e, clone: 56, ioctl: 16, socket: 41, read: 0 },
  { arch: 'arm64', column: 1, audit: 0xc00000b7, clone: 220, ioctl: 29, socket: 198, read: 63 },
] as const;
const [ALLOW, EPERM, ENOSYS] = [0x7fff0000, 0x00050001, 0x00050026];

/** Does what the kernel does with a filter. */
function answer(arch: string, audit: number, call: number, args: readonly number[] = []): number {
  const data = new DataView(new ArrayBuffer(64));
  data.setUint32(0, call, true);
  data.setUint32(4, audit, true);
  for (const [index, arg] of args.entries()) data.setUint32(16 + 8 * index, arg, true);
  const bytes = seccompFilter(arch) as Uint8Array;
  const program = new DataView(bytes.buffer);
  let accumulator = 0;
  for (let at = 0; at < bytes.length; at += 8) {
    const value = program.getUint32(at + 4, true);
    const skip = (isTrue: boolean): number => program.getUint8(at + (isTrue ? 2 : 3));
    switch (program.getUint16(at, true)) {
      case 0x20:
        accumulator = data.getUint32(value, true);
        break;
      case 0x15:
        at += 8 * skip(accumulator === value);
        break;
      case 0x35:
        at += 8 * skip(accumulator >= value);
        break;
      case 0x45:
        at += 8 * skip((accumulator & value) !== 0);
        break;
      case 0x06:
        return value;
      default:
        throw new Error(`no such instruction at ${at / 8}`);
    }
  }
  throw new Error('the filter ends without an answer');
}

describe.each(MACHINES)('the filter of system calls on $arch', ({ arch, column, audit, ...calls }) => {
  const of = (call: number, ...args: number[]): number => answer(arch, audit, call, args);

  test('denies each listed call', () => {
    for (const [name, numbers] of Object.entries(DENIED_CALLS)) {
      const number = numbers[column];
      if (number !== null) expect([name, of(number)]).toEqual([name, EPERM]);
    }
  });

  test('permits other calls', () => {
    expect(of(calls.read)).toBe(ALLOW);
    expect(of(500)).toBe(ALLOW);
  });

  test('denies all calls of another machine, whose numbers mean other calls', () => {
    expect(answer(arch, 0x40000003, calls.read)).toBe(EPERM);
    expect(of(0x40000000)).toBe(EPERM);
  });

  test('permits threads and processes, and no namespaces', () => {
    expect(of(calls.clone, 0x3d0f00)).toBe(ALLOW);
    expect(of(calls.clone, 0x1200011)).toBe(ALLOW);
    for (const flag of [0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000])
      expect(of(calls.clone, flag | 17)).toBe(EPERM);
    expect(of(435)).toBe(ENOSYS);
  });

  test('permits what programs ask of terminals, and no typing into one', () => {
    expect(of(calls.ioctl, 0, 0x5413)).toBe(ALLOW);
    expect(of(calls.ioctl, 0, 0x5412)).toBe(EPERM);
    expect(of(calls.ioctl, 0, 0x541c)).toBe(EPERM);
  });

  test('permits sockets of Unix, IP and netlink, and no others', () => {
    const allowed = Array.from({ length: 50 }, (_, family) => family).filter(
      family => of(calls.socket, family) === ALLOW,
    );
    expect(allowed).toEqual([1, 2, 10, 16]);
  });
});

test('there is no filter for a machine whose numbers are not listed', () => {
  expect(seccompFilter('riscv64')).toBeUndefined();
  expect(seccompFilter('constructor')).toBeUndefined();
});
