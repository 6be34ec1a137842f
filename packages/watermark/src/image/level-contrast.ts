/** Sums of a window of `2 × radius + 1` in each direction, divided by what lies within the picture. */
function averageBox(
  source: Float32Array,
  width: number,
  height: number,
  radius: number,
): Float32Array {
  const rows = new Float32Array(source.length);
  const reachX = Math.min(radius, width - 1);
  for (let y = 0; y < height; y += 1) {
    const start = y * width;
    let sum = 0;
    for (let x = 0; x <= reachX; x += 1) sum += source[start + x] as number;
    let count = reachX + 1;
    for (let x = 0; x < width; x += 1) {
      rows[start + x] = sum / count;
      if (x + reachX + 1 < width) {
        sum += source[start + x + reachX + 1] as number;
        count += 1;
      }
      if (x - reachX >= 0) {
        sum -= source[start + x - reachX] as number;
        count -= 1;
      }
    }
  }
  const result = new Float32Array(source.length);
  const sums = new Float64Array(width);
  const reachY = Math.min(radius, height - 1);
  const add = (y: number, sign: 1 | -1): void => {
    const start = y * width;
    for (let x = 0; x < width; x += 1) {
      sums[x] = (sums[x] as number) + sign * (rows[start + x] as number);
    }
  };
  for (let y = 0; y <= reachY; y += 1) add(y, 1);
  let count = reachY + 1;
  for (let y = 0; y < height; y += 1) {
    const start = y * width;
    for (let x = 0; x < width; x += 1) result[start + x] = (sums[x] as number) / count;
    if (y + reachY + 1 < height) {
      add(y + reachY + 1, 1);
      count += 1;
    }
    if (y - reachY >= 0) {
      add(y - reachY, -1);
      count -= 1;
    }
  }
  return result;
}

/** Two boxes in a row come near to a Gauss window. */
function average(
  source: Float32Array,
  width: number,
  height: number,
  radius: number,
): Float32Array {
  return averageBox(averageBox(source, width, height, radius), width, height, radius);
}

/** The deviation of each pixel's surroundings from their mean, in levels. */
function deviations(
  leveled: Float32Array,
  width: number,
  height: number,
  floor: number,
): Float32Array {
  const squares = leveled.map((value) => value * value);
  const variances = average(squares, width, height, contrastRadius);
  // Sums that run along leave a trace of rounding, which may be below zero.
  return variances.map((variance) => Math.sqrt(Math.max(0, variance) + floor));
}

function takeMeans(values: Float32Array, width: number, height: number): Float32Array {
  const means = average(values, width, height, meanRadius);
  return values.map((value, index) => value - (means[index] as number));
}

/** What is taken off: waves longer than about twice this, in pixels. */
const meanRadius = 3;
/** Where contrast is measured, in pixels. */
const contrastRadius = 4;
/** Beyond so many times the contrast around it, a pixel counts no more: it is an edge of the picture. */
const limit = 2;
/** Added to the variance, in squared levels, so that flat areas do not become noise. */
const floor = 2;

/** How much texture there is around each pixel, as a deviation in levels: where there is much, an eye sees less of a mark. */
export function measureTexture(values: Float32Array, width: number, height: number): Float32Array {
  return deviations(takeMeans(values, width, height), width, height, 0);
}

/**
 * Takes away what is the picture: its slow changes, and its contrast, so that textured areas speak no louder than smooth ones. A
 * mark that is weak everywhere is then as near as can be to noise of one strength.
 */
export function levelContrast(values: Float32Array, width: number, height: number): Float32Array {
  const leveled = takeMeans(values, width, height);
  const contrast = deviations(leveled, width, height, floor);
  return leveled.map((value, index) => {
    const deviation = contrast[index] as number;
    return Math.max(-limit, Math.min(limit, value / deviation)) / Math.sqrt(deviation);
  });
}
