/** Text within HTML. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const style = `
:root{color-scheme:light dark;--ink:#1a1f2b;--soft:#5b6475;--line:#dfe3ea;--paper:#fff;--card:#f7f8fa;--critical:#a8071a;--high:#cf3a1c;--medium:#b45f06;--low:#2f6f9f;--info:#6b7280}
@media (prefers-color-scheme:dark){:root{--ink:#e7eaf0;--soft:#9aa3b2;--line:#2c3340;--paper:#12161d;--card:#1a2029;--critical:#ff7875;--high:#ff9c6e;--medium:#ffc069;--low:#7cc4f0;--info:#9aa3b2}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:1080px;margin:0 auto;padding:40px 24px 80px}h1{font-size:26px;margin:0 0 4px}h2{font-size:18px;margin:36px 0 12px}
.sub{color:var(--soft);margin:0 0 24px}.tiles{display:flex;flex-wrap:wrap;gap:12px}.tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 18px;min-width:104px}
.tile b{display:block;font-size:24px;font-variant-numeric:tabular-nums}.tile span{color:var(--soft);font-size:13px}
.pill{display:inline-block;border:1px solid currentColor;border-radius:999px;padding:0 9px;font-size:12px;line-height:20px;white-space:nowrap}
.critical{color:var(--critical)}.high{color:var(--high)}.medium{color:var(--medium)}.low{color:var(--low)}.info{color:var(--info)}
details{border:1px solid var(--line);border-radius:10px;margin:8px 0;background:var(--card)}summary{cursor:pointer;padding:10px 14px;display:flex;gap:12px;align-items:baseline;list-style:none}
summary::-webkit-details-marker{display:none}summary .what{flex:1}summary .count{color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
.body{padding:0 14px 12px;border-top:1px solid var(--line)}code{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.meta{color:var(--soft);font-size:13px}ul{margin:6px 0;padding-left:20px}table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}th{color:var(--soft);font-weight:500}
td.n{text-align:right;font-variant-numeric:tabular-nums}.scroll{overflow-x:auto}`;

/** A page that stands alone: nothing is loaded, nothing runs. */
export const renderPage = (title: string, body: string): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>
${body}
</main></body></html>
`;
