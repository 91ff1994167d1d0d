#pragma once

// The look of the HTML report, in light and in dark.

#include <string_view>

namespace holdfast::report {

inline constexpr std::string_view kHtmlStyle = R"css(
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#1b1f27;--soft:#5b6472;--line:#e2e5ea;--code:#f3f4f7;
--error:#c62839;--error-bg:#fdecee;--warning:#a15c00;--warning-bg:#fff4df;--info:#2563a8;--info-bg:#e8f1fb;
--unknown:#6d4bb0;--unknown-bg:#f1ecfa;--good:#1a7f4b;--good-bg:#e4f6ec;--node:#eef1f5;--edge:#9aa3b0}
@media (prefers-color-scheme:dark){:root{--page:#12151a;--card:#1a1e25;--ink:#e6e9ee;--soft:#9aa4b2;--line:#2c323c;
--code:#14181e;--error:#ff7381;--error-bg:#3a1c21;--warning:#f0b252;--warning-bg:#37290f;--info:#79b4f2;
--info-bg:#162a40;--unknown:#bfa3f2;--unknown-bg:#2a2140;--good:#5fd598;--good-bg:#143023;--node:#262c36;
--edge:#6b7686}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,
"DejaVu Sans",sans-serif}
main{max-width:1080px;margin:0 auto;padding:40px 24px 64px}
h1{font-size:30px;line-height:1.2;margin:6px 0 4px;letter-spacing:-.01em}
h2{font-size:19px;margin:44px 0 14px}
h3{font-size:16px;margin:0;font-weight:600;line-height:1.45}
p{margin:8px 0}
a{color:inherit}
.brand{font-weight:700;letter-spacing:.08em;text-transform:uppercase;font-size:12px;color:var(--soft)}
.soft{color:var(--soft)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:12px;margin:26px 0 0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:14px 16px}
.tile b{display:block;font-size:26px;line-height:1.15;font-variant-numeric:tabular-nums}
.tile span{color:var(--soft);font-size:13px}
.tile.error b{color:var(--error)}.tile.warning b{color:var(--warning)}.tile.info b{color:var(--info)}
.tile.unknown b{color:var(--unknown)}.tile.good b{color:var(--good)}.tile.none b{color:var(--soft);opacity:.55}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px;margin:0 0 16px}
.finding{border-left:4px solid var(--tone);scroll-margin-top:16px}
.error{--tone:var(--error);--tone-bg:var(--error-bg)}.warning{--tone:var(--warning);--tone-bg:var(--warning-bg)}
.info{--tone:var(--info);--tone-bg:var(--info-bg)}
.badge{display:inline-block;background:var(--tone-bg);color:var(--tone);border-radius:6px;padding:1px 8px;
font-size:12.5px;font-weight:600;white-space:nowrap}
.chip{display:inline-block;border:1px solid var(--line);border-radius:6px;padding:0 7px;font-size:12.5px;
font-family:var(--mono,ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace);overflow-wrap:anywhere}
.head{display:flex;gap:8px;flex-wrap:wrap;align-items:center;margin-bottom:8px}
.effect{border-left:2px solid var(--line);padding-left:12px;margin:10px 0 14px}
.lines{border:1px solid var(--line);border-radius:9px;overflow:hidden;margin:12px 0}
.at{display:flex;justify-content:space-between;gap:12px;background:var(--code);padding:4px 12px;font-size:12.5px;
color:var(--soft);border-top:1px solid var(--line)}
.lines .at:first-child{border-top:0}
.at span{overflow-wrap:anywhere}
pre,code,.src{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:13px}
.src{display:flex;padding:7px 12px;overflow-x:auto;white-space:pre;line-height:1.5}
.src i{font-style:normal;color:var(--soft);min-width:3.2em;user-select:none}
mark{background:var(--tone-bg);color:var(--tone);border-radius:3px;box-shadow:0 0 0 2px var(--tone-bg);
font-weight:600}
.note{padding:0 12px 8px calc(12px + 3.2em);color:var(--tone);font-size:13.5px}
.fix{background:var(--good-bg);border-radius:9px;padding:10px 14px;margin-top:12px}
.fix b{color:var(--good)}
.fix pre{margin:8px 0 0;overflow-x:auto}
.fix .on{color:var(--soft);font-size:12.5px;margin:8px 0 -4px}
table{border-collapse:collapse;width:100%;font-size:14px}
th{text-align:left;color:var(--soft);font-weight:500;font-size:12.5px;padding:0 12px 6px 0}
td{border-top:1px solid var(--line);padding:7px 12px 7px 0;vertical-align:top}
td:last-child,th:last-child{padding-right:0}
td a{text-decoration:none}td a:hover{text-decoration:underline}
.where{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:12.5px;color:var(--soft);
overflow-wrap:anywhere}
ul,ol{margin:0;padding-left:20px}li{margin:4px 0}
.map{text-align:center;overflow-x:auto}
.map svg{max-width:100%;height:auto;max-height:640px}
.map text{font-family:inherit;fill:var(--soft)}
.map .node text{fill:var(--ink)}
.map .node path,.map .node polygon{fill:var(--node);stroke:var(--edge)}
.map .edge path{stroke:var(--edge);stroke-width:1.3}
.map .error path,.map .error polygon{fill:var(--error-bg);stroke:var(--error);stroke-width:2}
.map .warning path,.map .warning polygon{fill:var(--warning-bg);stroke:var(--warning);stroke-width:2}
.map .info path,.map .info polygon{fill:var(--info-bg);stroke:var(--info);stroke-width:2}
.map .part path,.map .part polygon{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 3}
.map a:hover path{stroke-width:3}
.map a{text-decoration:none}
.legend{display:flex;gap:16px;justify-content:center;flex-wrap:wrap;font-size:12.5px;color:var(--soft);margin-top:10px}
.legend i{display:inline-block;width:11px;height:11px;border-radius:3px;border:1.5px solid var(--tone);
background:var(--tone-bg);vertical-align:-1px;margin-right:6px}
.legend .part i{border:1.5px dashed var(--ink);background:none}
.bar{display:flex;height:10px;border-radius:5px;overflow:hidden;background:var(--line);margin:4px 0 10px}
.bar i{display:block;min-width:2px}
.modelled{background:var(--good)}.irrelevant{background:var(--edge)}.partial{background:var(--warning)}
.unread{background:var(--error)}
footer{margin-top:44px;color:var(--soft);font-size:12.5px}
@media print{body{background:#fff}main{padding:0}.card{break-inside:avoid}}
)css";

}  // namespace holdfast::report
