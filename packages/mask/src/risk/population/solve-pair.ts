/** Two functions of two unknowns, and their derivatives. */
export interface PairOfEquations {
  /** `[f, g, df/dx, df/dy, dg/dx, dg/dy]`. */
  evaluate(x: number, y: number): readonly [number, number, number, number, number, number];
  /** Whether a solution may lie there. */
  isInside(x: number, y: number): boolean;
}

const maxSteps = 200;
const accuracy = 1e-10;

/**
 * Where both are zero, by Newton's method: a step that leads out of the domain or away from the solution is halved. `undefined` where
 * none is found.
 */
export function solvePair(
  { evaluate, isInside }: PairOfEquations,
  start: readonly [number, number],
): readonly [number, number] | undefined {
  let [x, y] = start;
  if (!isInside(x, y)) return undefined;
  for (let step = 0; step < maxSteps; step += 1) {
    const [f, g, fx, fy, gx, gy] = evaluate(x, y);
    const determinant = fx * gy - fy * gx;
    const dx = (f * gy - g * fy) / determinant;
    const dy = (g * fx - f * gx) / determinant;
    if (!Number.isFinite(dx) || !Number.isFinite(dy)) return undefined;
    if (Math.abs(dx) <= accuracy * Math.abs(x) && Math.abs(dy) <= accuracy * Math.abs(y)) {
      return [x, y];
    }
    const size = Math.hypot(f, g);
    let part = 1;
    for (; part > 1e-9; part /= 2) {
      const [nextX, nextY] = [x - part * dx, y - part * dy];
      if (!isInside(nextX, nextY)) continue;
      const [nextF, nextG] = evaluate(nextX, nextY);
      if (Math.hypot(nextF, nextG) < size) break;
    }
    if (part <= 1e-9) return size < 1e-6 ? [x, y] : undefined;
    x -= part * dx;
    y -= part * dy;
  }
  return undefined;
}
