/**
 * A cluster longer than this is covered even where it would be kept: no written character needs so many code units, but a chain
 * of joiners or combining marks can carry a whole secret as "one" character.
 */
const maxClusterLength = 32;

/** A kept character, unless it could carry more than one or is no character at all (half of a surrogate pair). */
export function keepCharacter(character: string, cover: string): string {
  return character.length > maxClusterLength || /\p{Surrogate}/u.test(character)
    ? cover
    : character;
}
