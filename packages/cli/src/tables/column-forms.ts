/** What `--column NAME=FORM` takes as a form, for help. A test holds it to what `@yushu/mask` knows. */
export const columnForms =
  'name, phone, resident-id, bank-card, email, address, plate, credit-code, passport, keep:FIRST,LAST, redact, replace:TEXT, bucket:WIDTH, round:STEP, empty';
