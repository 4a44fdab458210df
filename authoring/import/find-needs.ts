/** What code asks of the browser, as far as its imports tell. */

const threads = /^\s*(?:import|from)\s+(?:threading|_thread|concurrent\.futures)\b/m;
const processes = /^\s*(?:import|from)\s+multiprocessing\b|ProcessPoolExecutor/m;

export function findNeeds(texts: Iterable<string>): readonly string[] {
  const text = [...texts].join('\n');
  if (processes.test(text)) return ['processes'];
  return threads.test(text) ? ['threads'] : [];
}
