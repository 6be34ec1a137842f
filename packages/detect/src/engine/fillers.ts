/** 1 for units that stand between a cue and its value without telling them apart: spaces, quotes, colons, pipes, 是, 为, 号. */
export const fillers: Uint8Array = new Uint8Array(65_536);
for (const filler of ' \t\r\n:="\'`[]()<>{}*#|\u2502\u662f\u4e3a\u53f7\u7801\u300c\u300d\u3010\u3011') {
  fillers[filler.charCodeAt(0)] = 1;
}
