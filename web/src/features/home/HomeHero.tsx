import { useSay } from "../../content/useSay.ts";
import { homeWords } from "../../content/words/home.ts";
import { Street } from "./Street.tsx";

/** The big sign at the entrance: what this is in three sentences, above the street. */
export function HomeHero() {
  const say = useSay();
  return (
    <div className="plaque overflow-hidden">
      <div className="grid items-end gap-x-8 gap-y-4 px-6 pt-7 pb-2 sm:px-9 sm:pt-10 md:grid-cols-[1fr_1fr]">
        <div className="md:pb-9">
          <h1 className="text-3xl sm:max-w-[13ch]">{say(homeWords.heroTitle)}</h1>
          <div className="mt-5 max-w-prose space-y-2 sm:text-lg">
            {homeWords.hero.map((sentence) => (
              <p key={sentence.id}>{say(sentence)}</p>
            ))}
          </div>
        </div>
        <Street />
      </div>
    </div>
  );
}
