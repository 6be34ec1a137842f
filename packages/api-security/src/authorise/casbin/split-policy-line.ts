/** The fields of one line of CSV, trimmed, as Casbin reads them; `undefined` where a quotation mark is not closed. */
export function splitPolicyLine(line: string): readonly string[] | undefined {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  let wasQuoted = false;
  const close = () => {
    fields.push(wasQuoted ? field : field.trim());
    field = '';
    wasQuoted = false;
  };
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (line[at + 1] === '"') {
        field += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && field.trim() === '' && !wasQuoted) {
      field = '';
      quoted = true;
      wasQuoted = true;
    } else if (sign === ',') close();
    else if (!wasQuoted || sign.trim() !== '') field += sign;
  }
  if (quoted) return undefined;
  close();
  return fields;
}
