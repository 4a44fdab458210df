/** A challenge folder whose author means harm: in its Markdown, its words, its pictures and what its tests say. */

/** Every trap takes itself: whoever runs script leaves a name behind and asks a server. */
const payload = (id: string) => `(window.taken??=[]).push('${id}')`;

/** Markdown by the name of the trap. */
export function markdownTraps(stranger: string): Readonly<Record<string, string>> {
  const hit = (id: string) => `${stranger}hit/md-${id}`;
  const run = payload;
  return {
    script: `<script>${run('md-script')}</script>`,
    'image-error': `<img src=x onerror="${run('md-image-error')}">`,
    'svg-load': `<svg onload="${run('md-svg-load')}"><script>${run('md-svg-load')}</script></svg>`,
    frame: `<iframe src="${hit('frame')}"></iframe>`,
    'frame-document': `<iframe srcdoc="<script>parent.${run('md-frame-document')}</script>"></iframe>`,
    'style-import': `<style>@import "${hit('style-import')}";</style>`,
    'link-script': `[press](javascript:${run('md-link-script')})`,
    'link-script-in-capitals': `[press](JaVaScRiPt:${run('md-link-script-in-capitals')})`,
    'link-script-in-entities': `[press](&#106;&#97;vascript&colon;${run('md-link-script-in-entities')})`,
    'link-script-with-tab': `[press](<java\tscript:${run('md-link-script-with-tab')}>)`,
    'link-script-after-control': `[press](<\u0001javascript:${run('md-link-script-after-control')}>)`,
    'link-data': `[press](data:text/html;base64,${Buffer.from(`<script>${run('x')}</script>`).toString('base64')})`,
    'link-vbscript': '[press](vbscript:msgbox(1))',
    'link-file': '[press](file:///etc/passwd)',
    autolink: `<javascript:${run('md-autolink')}>`,
    reference: `[press][evil]\n\n[evil]: javascript:${run('md-reference')}`,
    'link-title': `[press](https://example.invalid/ 'x" onmouseover="${run('md-link-title')}')`,
    'link-without-scheme': `[press](//${new URL(stranger).host}/hit/md-link-without-scheme)`,
    'image-elsewhere': `![a picture](${hit('image-elsewhere')})`,
    'image-script': `![a picture](javascript:${run('md-image-script')})`,
    'image-alt': `![x" onerror="${run('md-image-alt')}](nowhere.png)`,
    'image-svg': '![a picture](assets/trap.svg)',
    'fence-end': `\`\`\`python\n</code></pre><script>${run('md-fence-end')}</script>\n\`\`\``,
    'fence-name': `\`\`\`py"><img/src=x/onerror=${run('md-fence-name')}>\nx = 1\n\`\`\``,
    'inline-code': `\`<script>${run('md-inline-code')}</script>\``,
    'comment-end': `text <!-- --><img src=x onerror="${run('md-comment-end')}"> -->`,
    'comment-open': `<!-- never closed <script>${run('md-comment-open')}</script>`,
    heading: `## <img src=x onerror="${run('md-heading')}">`,
    table: `| a |\n|---|\n| <img src=x onerror="${run('md-table')}"> |`,
    form: `<form action="${hit('form')}"><input autofocus onfocus="${run('md-form')}"></form>`,
    refresh: `<meta http-equiv="refresh" content="0;url=${hit('refresh')}">`,
    base: `<base href="${stranger}">`,
    'clobbered-names': '<a id="root"></a><form id="page-data"></form><img name="body">',
  };
}

/** A picture that is a program: as a picture it runs nothing and loads nothing. */
export function trapPicture(stranger: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20" onload="${payload('md-image-svg')}">` +
    `<script>${payload('md-image-svg')}</script><image href="${stranger}hit/md-image-svg" width="9" height="9"/>` +
    `<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${stranger}hit/md-image-svg"/></foreignObject></svg>`
  );
}

/** For every field of a challenge that is words. */
export function trapWords(id: string): string {
  return `"><img src=x onerror="${payload(id)}"></title></script><script>${payload(id)}</script>`;
}

/** Python that says it in every way that a result has. */
export const trapStarter = `import sys, logging, warnings

HTML = """<img src=x onerror="(window.taken??=[]).push('output')"><script>(window.taken??=[]).push('output')</script>"""
ANSI = "\\x1b]8;;javascript:alert(1)\\x07press\\x1b]8;;\\x07 \\x1b[2J \\u202e \\x00"

print("at import", HTML, ANSI)


class Shown:
    def __repr__(self):
        return HTML


def work():
    print("stdout", HTML, ANSI)
    print("stderr", HTML, ANSI, file=sys.stderr)
    logging.warning("log %s", HTML)
    warnings.warn(f"warning {HTML}")
    return Shown()


def fail():
    raise ValueError(f"message {HTML} {ANSI}")
`;

export const trapTests = `import pytest
from solution import HTML, fail, work


def test_difference():
    assert work() == HTML * 2, HTML


def test_lists():
    assert [HTML, HTML] == [HTML, "other"]


def test_message():
    fail()


@pytest.mark.parametrize("shown", [HTML])
def test_name(shown):
    assert False, shown


def test_skipped():
    pytest.skip(HTML)
`;
