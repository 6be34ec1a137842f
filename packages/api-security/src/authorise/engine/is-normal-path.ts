/** Characters that no path in normal form has. */
const strange = /[\u0000-\u0020\u007f\\?#]/;

/** Whether a path is in normal form, told by its segments: what `walkPath` tells on its way. */
export function isNormalPath(path: string): boolean {
  if (!path.startsWith('/') || strange.test(path)) return false;
  if (path === '/') return true;
  return path
    .slice(1)
    .split('/')
    .every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}
