# needs: python>=3.11
import ctypes

libc = ctypes.CDLL(None)
print(libc.strlen(b"interleave"), libc.abs(-4), libc.atoi(b"42"), libc.toupper(ord("q")))

libc.sqrt.restype = ctypes.c_double
libc.sqrt.argtypes = [ctypes.c_double]
print(libc.sqrt(2.25))

buffer = ctypes.create_string_buffer(8)
libc.memset(buffer, ord("x"), 7)
print(buffer.value)

libc.strchr.restype = ctypes.c_char_p
libc.strchr.argtypes = [ctypes.c_char_p, ctypes.c_int]
print(libc.strchr(b"queue", ord("e")))

Compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
libc.qsort.restype = None
libc.qsort.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, Compare]
numbers = (ctypes.c_int * 5)(5, 1, 4, 2, 3)
libc.qsort(numbers, len(numbers), ctypes.sizeof(ctypes.c_int), Compare(lambda a, b: a[0] - b[0]))
print(list(numbers))

try:
    libc.no_such_function
except AttributeError:
    print("no such function")

api = ctypes.pythonapi
api.PyUnicode_FromString.restype = ctypes.py_object
api.PyUnicode_FromString.argtypes = [ctypes.c_char_p]
print(api.PyUnicode_FromString(b"from C"))
value = []
before = ctypes.c_ssize_t.from_address(id(value)).value
api.Py_IncRef(ctypes.py_object(value))
print(ctypes.c_ssize_t.from_address(id(value)).value - before)
api.Py_DecRef(ctypes.py_object(value))
print(ctypes.c_ssize_t.from_address(id(value)).value - before)
