// Takes out of Pyodide's WebAssembly the exports that no one asks for, and the functions that only they kept.
//
// Every function of C is exported there, for extension modules that might be loaded later. Here none is, and each
// interpreter would make an object of JavaScript for every one of them, and the learner fetch their code. What runs
// stays as it was compiled: no function that is kept is changed.
import binaryen from 'binaryen';
import { PyodidePatchError } from './pyodide-patch-error.ts';

const { Features } = binaryen;

// What Pyodide's compiler used. More than that, and Binaryen writes what no browser reads yet.
const features =
  Features.MutableGlobals |
  Features.SignExt |
  Features.NontrappingFPToInt |
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.CallIndirectOverlong |
  Features.ExceptionHandling |
  Features.ReferenceTypes |
  Features.Multivalue |
  Features.ExtendedConst;

/**
 * Functions of C that books and tutorials call through `ctypes`: found as `ctypes.CDLL(None).strlen` as long as they
 * are exported. Python's own are all kept, for `ctypes.pythonapi`.
 */
const functionsForCtypes: ReadonlySet<string> = new Set(
  (
    'abs atof atoi atol bsearch calloc ceil clock cos div exp fabs fflush floor fmod free getenv getpid getppid ' +
    'gettimeofday isalnum isalpha isdigit isspace labs ldiv log log10 malloc memchr memcmp memcpy memmove memset ' +
    'nanosleep pow printf putchar puts qsort rand realloc sin sleep snprintf sprintf sqrt srand strcasecmp strcat strchr ' +
    'strcmp strcpy strcspn strdup strerror strlen strncat strncmp strncpy strnlen strpbrk strrchr strspn strstr strtod ' +
    'strtok strtol strtoul tan time tolower toupper usleep'
  ).split(' '),
);

const pythonName = /^_?Py/;

/**
 * @param content Pyodide's WebAssembly
 * @param used names of exports that the scripts around it use
 * @throws PyodidePatchError when the result still asks for functions by their address, which nothing would give it
 */
export function trimWasm(content: Uint8Array, used: ReadonlySet<string>): Uint8Array {
  const module = binaryen.readBinary(content);
  try {
    module.setFeatures(features);
    for (const name of exportNames(module)) {
      if (!used.has(name) && !pythonName.test(name) && !functionsForCtypes.has(name))
        module.removeExport(name);
    }
    module.runPasses(['remove-unused-module-elements']);
    if (!module.validate())
      throw new PyodidePatchError('a module that stays valid when it is trimmed', where);
    const trimmed = module.emitBinary();
    checkImports(trimmed);
    return trimmed;
  } finally {
    module.dispose();
  }
}

const where = 'pyodide.asm.wasm';

function exportNames(module: binaryen.Module): string[] {
  return Array.from(
    { length: module.getNumExports() },
    (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name,
  );
}

/** WebGL's functions are imported by address, and the script that would give them is trimmed as well. */
function checkImports(content: Uint8Array): void {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(content as Uint8Array<ArrayBuffer>));
  const left = imports.find(({ module }) => module.startsWith('GOT.'));
  if (left !== undefined)
    throw new PyodidePatchError(`no import of an address ("${left.name}" is left)`, where);
}
