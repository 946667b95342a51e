import { DENIED_CALLS } from './denied-calls.ts';

/** What the filter has to know of a machine: https://docs.kernel.org/userspace-api/seccomp_filter.html */
const MACHINES = {
  x64: { column: 0, audit: 0xc000003e, clone: 56, ioctl: 16, socket: 41 },
  arm64: { column: 1, audit: 0xc00000b7, clone: 220, ioctl: 29, socket: 198 },
} as const;

const CLONE3 = 435;
/** Calls above are those of x32, a second set of numbers of x86_64. */
const X32 = 0x40000000;
/** Flags of `clone` that make a namespace: mounts, cgroups, host names, IPC, users, processes, networks. */
const NEW_NAMESPACES = 0x7e020000;
/** Requests of `ioctl` that type into a terminal. */
const TERMINAL_REQUESTS = [0x5412, 0x541c];
/** Unix, IPv4, IPv6, netlink. Others reach the host of a virtual machine, or rare code of the kernel. */
const SOCKET_FAMILIES = [1, 2, 10, 16];

/** Codes of instructions: https://docs.kernel.org/networking/filter.html */
const LOAD = 0x20;
const JUMP_IF = { equal: 0x15, atLeast: 0x35, anyBit: 0x45 } as const;
const RETURN = 0x06;

/** Offsets in `struct seccomp_data`. Of an argument, the lower half: the upper one means nothing here. */
const AT = { call: 0, machine: 4, argument: (index: number): number => 16 + 8 * index } as const;

const ALLOW = 0x7fff0000;
const fail = (errno: number): number => 0x00050000 + errno;
const EPERM = fail(1);
/** "There is no such call": the C library then makes its older one, whose flags a filter can see. */
const ENOSYS = fail(38);

interface Instruction {
  readonly code: number;
  readonly value: number;
  /** How many instructions to skip if the test is true, and if it is not. */
  readonly skips?: readonly [number, number];
}

/**
 * The filter of system calls of a sandboxed run, as bubblewrap reads it; undefined on machines whose numbers
 * of calls are not listed.
 */
export function seccompFilter(arch: string = process.arch): Uint8Array | undefined {
  const machine = Object.hasOwn(MACHINES, arch) ? MACHINES[arch as keyof typeof MACHINES] : undefined;
  if (machine === undefined) return undefined;
  const denied = Object.values(DENIED_CALLS).flatMap(numbers => numbers[machine.column] ?? []);
  return assemble([
    load(AT.machine),
    ...unless('equal', machine.audit, [end(EPERM)]),
    load(AT.call),
    ...when('atLeast', X32, [end(EPERM)]),
    ...denied.flatMap(call => when('equal', call, [end(EPERM)])),
    ...when('equal', CLONE3, [end(ENOSYS)]),
    ...when('equal', machine.clone, [
      load(AT.argument(0)),
      ...when('anyBit', NEW_NAMESPACES, [end(EPERM)]),
      end(ALLOW),
    ]),
    ...when('equal', machine.ioctl, [
      load(AT.argument(1)),
      ...TERMINAL_REQUESTS.flatMap(request => when('equal', request, [end(EPERM)])),
      end(ALLOW),
    ]),
    ...when('equal', machine.socket, [
      load(AT.argument(0)),
      ...SOCKET_FAMILIES.flatMap(family => when('equal', family, [end(ALLOW)])),
      end(EPERM),
    ]),
    end(ALLOW),
  ]);
}

function load(offset: number): Instruction {
  return { code: LOAD, value: offset };
}

function end(value: number): Instruction {
  return { code: RETURN, value };
}

type Test = keyof typeof JUMP_IF;

function when(test: Test, value: number, then: readonly Instruction[]): Instruction[] {
  return [{ code: JUMP_IF[test], value, skips: [0, then.length] }, ...then];
}

function unless(test: Test, value: number, then: readonly Instruction[]): Instruction[] {
  return [{ code: JUMP_IF[test], value, skips: [then.length, 0] }, ...then];
}

/** `struct sock_filter`, in the order of bytes of both machines. */
function assemble(program: readonly Instruction[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8 * program.length));
  for (const [index, { code, value, skips: [then, otherwise] = [0, 0] }] of program.entries()) {
    bytes.setUint16(8 * index, code, true);
    bytes.setUint8(8 * index + 2, then);
    bytes.setUint8(8 * index + 3, otherwise);
    bytes.setUint32(8 * index + 4, value, true);
  }
  return new Uint8Array(bytes.buffer);
}
