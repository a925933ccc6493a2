import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  about,
  capitalised,
  count,
  countryName,
  date,
  dateTime,
  duration,
  infinity,
  money,
  percent,
  span,
  spelled,
  spelledOut,
  weekDate,
} from "./format.ts";
import { i18n } from "./i18n.ts";

const home = process.env.TZ;
/** 21 November 2026, 12:05 UTC. */
const moment = Date.UTC(2026, 10, 21, 12, 5) / 1000;

beforeEach(() => {
  process.env.TZ = "Africa/Johannesburg";
});

afterEach(() => {
  process.env.TZ = home;
});

describe("money", () => {
  it.each([
    [0n, 6, "0.00 USDC"],
    [1n, 6, "0.000001 USDC"],
    [1_234_500_000n, 6, "1,234.50 USDC"],
    [1234n, 0, "1,234 USDC"],
  ])("writes %s units of %i decimals in full as %s", (units, decimals, text) => {
    expect(money(units, { symbol: "USDC", decimals })).toBe(text);
  });
});

describe("about", () => {
  it.each([
    [0n, "0 ETH", "0 ETH"],
    [1n, "<0.000001 ETH", "<0.000001 ETH"],
    [150_000n * 10n ** 9n, "0.00015 ETH", "0.00015 ETH"],
    [150_001n * 10n ** 9n, "0.00016 ETH", "0.00015 ETH"],
    [123_456n * 10n ** 13n, "1.3 ETH", "1.2 ETH"],
    [1_234_567n * 10n ** 15n, "1,234.6 ETH", "1,234.5 ETH"],
  ])("writes %s units in few digits: %s where they are needed, %s where they are there", (units, needed, there) => {
    const unit = { symbol: "ETH", decimals: 18 };
    expect(about(units, unit)).toBe(needed);
    expect(about(units, unit, "floor")).toBe(there);
  });
});

describe("infinity", () => {
  it.each([
    [0n, "0"],
    [5n * 10n ** 18n, "5"],
    [1_234n * 10n ** 18n, "1,234"],
    [10n ** 17n, "0.10"],
    [1n, "0.000000000000000001"],
  ])("writes %s units as %s", (units, text) => {
    expect(infinity(units)).toBe(text);
  });
});

describe("count", () => {
  it("sets off thousands, exactly", () => {
    expect(count(54)).toBe("54");
    expect(count(24_000)).toBe("24,000");
    expect(count(2n ** 64n)).toBe("18,446,744,073,709,551,616");
  });
});

describe("percent", () => {
  it.each([
    [0, "0%"],
    [1, "0.01%"],
    [3333, "33.33%"],
    [10_000, "100%"],
  ])("writes %i basis points as %s", (basisPoints, text) => {
    expect(percent(basisPoints)).toBe(text);
  });
});

describe("dates", () => {
  it("says a moment in the person's own time zone", () => {
    expect(dateTime(moment)).toMatch(/^Sat, Nov 21, 2026, 2:05\sPM$/);
    process.env.TZ = "Pacific/Auckland";
    expect(dateTime(moment)).toMatch(/^Sun, Nov 22, 2026, 1:05\sAM$/);
    expect(date(moment)).toBe("Nov 22, 2026");
  });

  it("says the day of a week the same everywhere", () => {
    const monday = Date.UTC(2026, 10, 23) / 1000;
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles"]) {
      process.env.TZ = zone;
      expect(weekDate(monday)).toBe("Nov 23, 2026");
    }
  });
});

describe("duration", () => {
  it.each([
    [-5, "0 seconds"],
    [0, "0 seconds"],
    [1, "1 second"],
    [59.9, "59 seconds"],
    [60, "1 minute"],
    [3_660, "1 hour, 1 minute"],
    [86_400, "1 day"],
    [86_401, "1 day"],
    [273_660, "3 days, 4 hours"],
    [7_776_000, "90 days"],
  ])("says %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

const DAY = 86_400;

describe("span", () => {
  it.each([
    [7 * DAY, "seven days"],
    [DAY, "a day"],
    [14 * DAY, "14 days"],
    [90 * DAY, "90 days"],
    [365 * DAY, "a year"],
    [730 * DAY, "two years"],
    [1.5 * DAY, "1.5 days"],
  ])("says %i seconds as %s", (seconds, said) => {
    expect(span(seconds)).toBe(said);
  });
});

describe("spelledOut", () => {
  it.each([
    [1, "hour", "an hour"],
    [3, "hour", "three hours"],
    [2.5, "hour", "2.5 hours"],
    [8, "week", "eight weeks"],
  ] as const)("says %i of a unit", (value, unit, said) => {
    expect(spelledOut(value, unit)).toBe(said);
  });

  it("leaves digits to other languages", () => {
    i18n.loadAndActivate({ locale: "de", messages: {} });
    try {
      expect([spelledOut(3, "hour"), spelled(12), span(7 * DAY)]).toEqual(["3 Stunden", "12", "7 Tage"]);
    } finally {
      i18n.activate("en");
    }
  });
});

describe("spelled", () => {
  it("spells small whole numbers", () => {
    expect([0, 12, 13, 2.5].map(spelled)).toEqual(["zero", "twelve", "13", "2.5"]);
  });
});

describe("capitalised", () => {
  it("begins a sentence", () => {
    expect(capitalised("seven days")).toBe("Seven days");
  });
});

describe("countryName", () => {
  it.each([
    [710, "South Africa"],
    [276, "Germany"],
    [4, "Afghanistan"],
    [840, "United States"],
  ])("names %i %s", (code, name) => {
    expect(countryName(code)).toBe(name);
  });

  it("names every country of ISO 3166-1", () => {
    const twoLetters = new Intl.DisplayNames("en", { type: "region" });
    expect(countries).toHaveLength(249);
    for (const country of countries) {
      const [code, letters] = [Number(country.slice(0, 3)), country.slice(3)];
      expect(countryName(code)).toBe(twoLetters.of(letters));
      expect(countryName(code)).not.toMatch(/\d|^[A-Z]{2}$/);
    }
  });

  it("does not fail at codes that name none", () => {
    expect(countryName(0)).toBe("000");
    expect(countryName(65_535)).toBe("Unknown Region");
  });
});

/** Numeric and two-letter code of every country, from the list of iso-codes (Debian) of ISO 3166-1. */
const countries = `
004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE
060BM 064BT 068BO 070BA 072BW 074BV 076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM
124CA 132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 162CX 166CC 170CO 174KM 175YT 178CG 180CD 184CK 188CR
191HR 192CU 196CY 203CZ 204BJ 208DK 212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ
246FI 248AX 250FR 254GF 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 292GI 296KI 300GR 304GL 308GD
312GP 316GU 320GT 324GN 328GY 332HT 334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL
380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY 438LI
440LT 442LU 446MO 450MG 454MW 458MY 462MV 466ML 470MT 474MQ 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS
504MA 508MZ 512OM 516NA 520NR 524NP 528NL 531CW 533AW 534SX 535BQ 540NC 548VU 554NZ 558NI 562NE 566NG 570NU
574NF 578NO 580MP 581UM 583FM 584MH 585PW 586PK 591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL
630PR 634QA 638RE 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC 663MF 666PM 670VC 674SM 678ST 682SA 686SN
688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS 729SD 732EH 740SR 744SJ 748SZ 752SE
756CH 760SY 762TJ 764TH 768TG 772TK 776TO 780TT 784AE 788TN 792TR 795TM 796TC 798TV 800UG 804UA 807MK 818EG
826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM
`
  .trim()
  .split(/\s+/);
