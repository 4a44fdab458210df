// Test support: small projects in temporary folders, so that set-up steps can be run for real and offline.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes an empty folder that is removed after the test. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'interleave-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Writes files (path relative to the folder → content) and makes the folders they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Writes a shell script that stands in for a program, and returns the folder to put on the PATH. */
export function writeProgram(folder: string, name: string, body: string): string {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${body}\n`);
  chmodSync(path.join(bin, name), 0o755);
  return bin;
}

/** A project whose wheels lie in a folder of its own instead of an index; nothing needs the network. */
export interface OfflineProject {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Makes a project with `count` pinned wheels, one package built from source, and one build tool. */
export function makeOfflineProject(count: number): OfflineProject {
  const root = makeFolder();
  const index = path.join(root, 'index');
  mkdirSync(index);
  execFileSync('python3', ['-c', MAKE_DISTRIBUTIONS, index, String(count)]);
  const line = (requirement: string, file: string) =>
    `${requirement} \\\n    --hash=sha256:${hashOf(path.join(index, file))}\n`;
  const names = Array.from({ length: count }, (_, at) => `demo${at}`);
  writeFiles(root, {
    'python/requirements.txt': names
      .map((name) => line(`${name}==1.0`, `${name}-1.0-py3-none-any.whl`))
      .join(''),
    'python/requirements-source.txt': line('fromsource==1.0', 'fromsource-1.0.tar.gz'),
    'python/requirements-build.txt': line('buildtool==1.0', 'buildtool-1.0-py3-none-any.whl'),
  });
  return { root, env: { ...process.env, PIP_NO_INDEX: '1', PIP_FIND_LINKS: index, PIP_NO_CACHE_DIR: '1' } };
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

// Writes wheels and one source distribution with a build backend of its own, which needs no package at all.
const MAKE_DISTRIBUTIONS = `
import io, sys, tarfile, zipfile
index, count = sys.argv[1], int(sys.argv[2])

def wheel(name):
    with zipfile.ZipFile(f"{index}/{name}-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{name}/__init__.py", "answer = 42\\n")
        info = f"{name}-1.0.dist-info"
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0\\nLicense: MIT\\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        archive.writestr(f"{info}/LICENSE", "do as you please\\n")
        archive.writestr(f"{info}/RECORD", "")

for at in range(count):
    wheel(f"demo{at}")
wheel("buildtool")

BACKEND = """
import zipfile
def build_wheel(folder, config_settings=None, metadata_directory=None):
    import buildtool
    name = "fromsource-1.0-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as archive:
        archive.writestr("fromsource/__init__.py", "")
        archive.writestr("fromsource-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\\\nName: fromsource\\\\nVersion: 1.0\\\\n")
        archive.writestr("fromsource-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\\\nRoot-Is-Purelib: true\\\\nTag: py3-none-any\\\\n")
        archive.writestr("fromsource-1.0.dist-info/RECORD", "")
    return name
"""
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "fromsource"
version = "1.0"
"""
with tarfile.open(f"{index}/fromsource-1.0.tar.gz", "w:gz") as archive:
    for name, text in {"pyproject.toml": PROJECT, "backend.py": BACKEND, "PKG-INFO": "Metadata-Version: 2.1\\nName: fromsource\\nVersion: 1.0\\n"}.items():
        entry = tarfile.TarInfo(f"fromsource-1.0/{name}")
        entry.size = len(text)
        archive.addfile(entry, io.BytesIO(text.encode()))
`;
