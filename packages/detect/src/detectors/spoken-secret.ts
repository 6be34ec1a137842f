/**
 * Passwords as people tell them to each other: `password is Abc@1234`, `密码是Abc@1234`.
 *
 * @module
 */
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = { id: 'spoken-secret', category: 'secret.password', topics: [] };
const told = reason('cue', 2.2, 'password is');
const mixed = reason('format', 0.8, 'letters, digits and signs');

/** What a password may be: no space, no Han, ends before a full stop or comma of the sentence. */
const shape = /^["'“”]?([!-~]{6,64})/;

/** Looks for a password behind the word that says so, whose value begins at or after `start`. */
export function findSpokenSecret(scan: Scan, start: number): void {
  const { view } = scan;
  let at = start;
  while (at - start < 2 && view.at(at) === 0x20) at += 1;
  const matched = shape.exec(view.slice(at, at + 66));
  if (matched === null) return;
  const value = matched[1]!.replace(/["'.,;:)\]]+$/, '');
  if (value.length < 6 || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return;
  const from = at + matched[0].indexOf(matched[1]!);
  scan.report(
    detector,
    from,
    from + value.length,
    /[^A-Za-z\d]/.test(value) ? [told, mixed] : [told],
  );
}
