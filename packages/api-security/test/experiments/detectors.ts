/**
 * How well the detectors tell attackers from others, on labelled traffic of three APIs.
 *
 *     npx tsx --conditions=@yushu/source packages/api-security/test/experiments/detectors.ts [SEED…]
 *
 * `PEOPLE`, `ATTACKERS` and `DAYS` size it. Seeds below 100 were looked at while the detectors were made; others were not.
 */
import { judgeDetections } from '../traffic/judge-detections.ts';
import { makeTraffic } from '../traffic/make-traffic.ts';
import { hospitalApi, shopApi, vampiApi } from '../traffic/traffic-api.ts';

const size = {
  people: Number(process.env['PEOPLE'] ?? 4000),
  attackers: Number(process.env['ATTACKERS'] ?? 28),
  days: Number(process.env['DAYS'] ?? 2),
};
const seeds = process.argv.slice(2).map(Number);

/** What `ROLES=none` leaves out: then staff and nightly programs look like attackers. */
const roles =
  process.env['ROLES'] === 'none'
    ? {}
    : {
        support: { anyObject: true },
        admin: { anyObject: true },
        batch: { anyObject: true, automated: true, sensitiveValuesPerDay: 1_000_000 },
      };

const total = {
  exchanges: 0,
  benign: 0,
  attacking: 0,
  found: 0,
  falseAlarms: 0,
  attackers: 0,
  attackersFound: 0,
};
for (const seed of seeds.length > 0 ? seeds : [1]) {
  for (const api of [shopApi, hospitalApi, vampiApi]) {
    const judgement = judgeDetections(makeTraffic(api, seed, size), { roles });
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += judgement[key];
    process.stdout.write(`${JSON.stringify({ seed, api: api.name, ...judgement })}\n`);
  }
}
const { exchanges, benign, attacking, found, falseAlarms, attackers, attackersFound } = total;

/** The harmonic mean of precision and recall. */
const f1 = (hits: number, all: number) => (2 * hits) / (hits + falseAlarms + all);
process.stdout.write(
  `${JSON.stringify({
    ...total,
    f1ByPrincipal: f1(found, attacking),
    f1ByAttacker: f1(attackersFound, attackers),
    falsePositiveRateByPrincipal: falseAlarms / benign,
    falsePositiveRateByExchange: falseAlarms / exchanges,
  })}\n`,
);
