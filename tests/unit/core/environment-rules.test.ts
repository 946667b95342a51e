import { describe, expect, test } from 'vitest';
import { whyRefused } from '../../../src/core/environment-rules.ts';

describe('a variable of a sample', () => {
  test.each([
    'LD_PRELOAD',
    'LD_AUDIT',
    'LD_LIBRARY_PATH',
    'DYLD_INSERT_LIBRARIES',
    'GLIBC_TUNABLES',
    'GCONV_PATH',
    'LOCPATH',
    'MALLOC_PERTURB_',
    'OPENSSL_CONF',
    'BASH_ENV',
    'ENV',
    'IFS',
    'SHELLOPTS',
    'HOSTALIASES',
    'VERBATIM_REPORT_FD',
    'HOME',
    'PATH',
    'TMPDIR',
    'USER',
    'PYTHONPATH',
    'PYTHONHOME',
    'PYTHONHASHSEED',
    'PYTHONSTARTUP',
    'PYTHONPLATLIBDIR',
    'PYTHONUSERBASE',
    'PYTHONEXECUTABLE',
    'PYTHONINSPECT',
    'PYTHONSAFEPATH',
    'PYTHONUTF8',
    'PYTHON_GIL',
    'PYTHON_FUTURE_VARIABLE',
    'PYTHONWARNINGS_NOT_REALLY',
  ])('is refused, with a reason, if it steers what is loaded or how a run is made: %s', name => {
    expect(whyRefused(name)).toMatch(/^(?:steers|changes|is) /);
  });

  test.each([
    'NAME',
    'APP_MODE',
    'TZ',
    'LC_ALL',
    'LANG',
    'COLUMNS',
    'NO_COLOR',
    'FORCE_COLOR',
    'PYTHON_COLORS',
    'PYTHONASYNCIODEBUG',
    'PYTHONDEVMODE',
    'PYTHONWARNINGS',
    'PYTHONUNBUFFERED',
    'OLD_LD_PRELOAD',
    'ENVIRONMENT',
  ])('may be set if it only changes what is printed: %s', name => {
    expect(whyRefused(name)).toBeUndefined();
  });
});
