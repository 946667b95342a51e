"""Looks into frames and objects of the sample. Nothing here runs code of it, or changes what it has."""

import sys
from itertools import islice
from types import GetSetDescriptorType

# Names that are looked through.
MAX_NAMES = 200
_class_name = type.__dict__["__name__"].__get__
_class_module = type.__dict__["__module__"].__get__
class_dict = type.__dict__["__dict__"].__get__
bases = type.__dict__["__mro__"].__get__
_LOCALS = (dict, type((lambda: sys._getframe().f_locals)()))

if sys.version_info < (3, 13):
    # There, locals that were looked at are written back with the next event of the frame: a variable would
    # get the value that it had. https://peps.python.org/pep-0667/
    try:
        from ctypes import PYFUNCTYPE, c_int, py_object, pythonapi

        _keep = PYFUNCTYPE(None, py_object, c_int)(("PyFrame_LocalsToFast", pythonapi))
    except ImportError:
        _keep = None


def locals_of(frame):
    if sys.version_info >= (3, 13):
        found = frame.f_locals
    elif _keep is None:
        return {}
    else:
        found = frame.f_locals
        _keep(frame, 0)
    return found if type(found) in _LOCALS else {}


def class_name(kind):
    return _class_name(kind)


def class_module(kind):
    module = _class_module(kind)
    return module if type(module) is str else ""


def attributes(value):
    """The attributes that an object has itself, without a question to it."""
    for kind in bases(type(value)):
        descriptor = class_dict(kind).get("__dict__")
        if descriptor is not None:
            if type(descriptor) is not GetSetDescriptorType:
                return {}
            found = descriptor.__get__(value)
            return found if type(found) is dict else {}
    return {}


def items(names):
    """The first ones of a dictionary that other threads may change meanwhile."""
    try:
        return list(islice(dict.items(names) if type(names) is dict else names.items(), MAX_NAMES))
    except RuntimeError:
        return []


def attribute(value, name):
    """An attribute of an object itself, if it is simple to find: `lock` of `self`."""
    return next((each for key, each in items(attributes(value)) if type(key) is str and key == name), None)


def text_of(value, default=None):
    """A text as it is, though it may be one of a class of the sample."""
    return str.__str__(value) if issubclass(type(value), str) else default
