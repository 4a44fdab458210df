/** What learners' code cannot reach, and what the pool does over many runs. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { goodSolution, sampleRequest } from './sample-request.ts';

let gate: GateSession;

beforeAll(async () => {
  gate = await openGate(true);
});

afterAll(() => gate?.close());

/** Python that tries a list of things and keeps going; what worked ends up in the test's output. */
const attacks = (host: string) => `
import sys

def attempt(name, action):
    try:
        print(name, "->", action())
    except BaseException as error:
        print(name, "refused:", type(error).__name__)

def send(connection):
    # The C library pretends that a connection is under way; nothing ever leaves.
    connection.sendall(b"GET /hit-socket HTTP/1.1\\r\\n\\r\\n")
    return connection.recv(10)

def reach_out():
    import urllib.request, socket
    attempt("urllib", lambda: urllib.request.urlopen("http://${host}/hit-urllib").read())
    attempt("socket", lambda: send(socket.create_connection("${host}".split(":"), timeout=1)))
    attempt("js.fetch", lambda: __import__("js").fetch("/hit-fetch"))
    attempt("js", lambda: __import__("js").MessageEvent)
    attempt("pyodide_js", lambda: __import__("pyodide_js").runPython("1"))
    attempt("run_js", lambda: __import__("pyodide.code").code.run_js("fetch('/hit-run-js')"))
    attempt("run_js eval", lambda: __import__("pyodide.code").code.run_js("1 + 1"))
    attempt("pyfetch", lambda: __import__("pyodide.http").http.pyfetch("/hit-pyfetch").send(None))
    attempt("open_url", lambda: __import__("pyodide.http").http.open_url("/hit-open-url"))
    for module in list(sys.modules.values()):
        for name, value in list(vars(module).items() if hasattr(module, "__dict__") else ()):
            if type(value).__name__ != "JsProxy" and "JsProxy" not in str(type(value)):
                continue
            attempt(f"proxy {module.__name__}.{name}", lambda: value.constructor.constructor("fetch('/hit-constructor')")())
            attempt(f"getter {module.__name__}.{name}", lambda: value.constructor.getPrototypeOf)
            attempt(f"global {module.__name__}.{name}", lambda: value.constructor.constructor("return globalThis")().MessageEvent)
`;

test('nothing in Python reaches the network or a wider JavaScript', async () => {
  await gate.page.evaluate(() => window.gate.prepare([]));
  gate.server.takeRequests();
  const { host } = new URL(gate.server.url);
  const connections = gate.server.connections();
  const solution = `${attacks(host)}\ndef double(x):\n    if x: reach_out()\n    return 2 * x\n`;
  const { ending } = await gate.run(sampleRequest(solution));
  expect(ending).toMatchObject({ kind: 'reported' });
  if (ending.kind !== 'reported') return;

  const output = ending.report.tests[0]?.stdout.text ?? '';
  expect(output).toContain('urllib refused');
  const successes = output
    .split('\n')
    .filter((line) => line.includes('->') && !/^(getter|run_js eval)/.test(line));
  expect(successes).toEqual([]);
  expect(gate.server.takeRequests()).toEqual([]);
  expect(gate.server.connections()).toBe(connections);
});

test('twenty runs in a row, each in an interpreter that knows nothing of the last', async () => {
  const solution = `
import builtins

def double(x):
    seen = getattr(builtins, "seen", 0)
    builtins.seen = seen + 1
    assert seen <= 1
    return 2 * x
`;
  for (let count = 0; count < 20; count += 1) {
    expect(await gate.verdict(sampleRequest(solution))).toMatchObject({ kind: 'passed' });
  }
});

test('the package groups of a challenge are there, and the next run without them has them not', async () => {
  const tests = 'from solution import version\n\ndef test_version():\n    assert version()\n';
  const solution = 'def version():\n    import flask\n    return flask.Flask(__name__)\n';
  const withFlask = await gate.verdict(sampleRequest(solution, { tests, packages: ['Flask'] }));
  expect(withFlask).toMatchObject({ kind: 'passed' });
  const without = await gate.verdict(sampleRequest(solution, { tests }));
  expect(without).toMatchObject({
    kind: 'failed',
    report: { tests: [{ failure: { type: 'ModuleNotFoundError' } }] },
  });
});

test('a package that the image does not have is said in words', async () => {
  const { ending } = await gate.run(sampleRequest(goodSolution, { packages: ['numpy'] }));
  expect(ending).toMatchObject({ kind: 'crashed', cause: 'boot-failed' });
  if (ending.kind === 'crashed') expect(ending.raw).toContain('"numpy"');
});

test('a download that fails is named, and Retry asks only for what is missing', async () => {
  gate.server.takeRequests();
  gate.server.breakPath('stdlib');
  await gate.page.reload();
  const failure = await gate.page.evaluate(() =>
    window.gate.prepare([]).then(
      () => 'ready',
      (error: unknown) => String(error),
    ),
  );
  expect(failure).toContain('503');
  gate.server.breakPath(null);
  expect(await gate.verdict(sampleRequest(goodSolution))).toMatchObject({ kind: 'passed' });
  const asked = gate.server.takeRequests().filter((path) => path.endsWith('.bin'));
  expect(asked.filter((path) => path.includes('stdlib'))).toHaveLength(2);
  const others = asked.filter((path) => !path.includes('stdlib'));
  expect(others).toHaveLength(new Set(others).size);
});
