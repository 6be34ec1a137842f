/** All roles that one has through others, itself among them. Circles are allowed: roles in one have each other. */
export function inheritedRoles(
  roles: ReadonlyMap<string, readonly string[]>,
  role: string,
): ReadonlySet<string> {
  const found = new Set([role]);
  for (const name of found) for (const next of roles.get(name) ?? []) found.add(next);
  return found;
}
