type Lengths = { opens: number; localLasts: number; countryLasts: number; worldLasts: number };

/** When the phases of a sale end, in seconds, from when it opens and how long they last; 0 for one that is absent. */
export function endsOf({ opens, localLasts, countryLasts, worldLasts }: Lengths) {
  const localEnds = opens + localLasts;
  const countryEnds = countryLasts === 0 ? 0 : localEnds + countryLasts;
  const worldEnds = worldLasts === 0 ? 0 : (countryEnds || localEnds) + worldLasts;
  return { localEnds, countryEnds, worldEnds };
}
