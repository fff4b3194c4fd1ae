-- 500 people, 60 services, 3 years up to a month ago; $1 entries. Everybody works for one service in full, or for two in
-- halves; entries lie on work days between 8 and 18 o'clock, 15 to 120 minutes long, and may overlap. Every fifth person
-- writes weekly reports, and four in five answer a survey every six weeks.
insert into service (id, key, name, created_at)
  select 'svc_' || lpad(to_hex(i), 32, '0'), 'service-' || i, 'Service ' || i, '2020-01-01Z' from generate_series(1, 60) i
  on conflict do nothing;
insert into person (id, key, name, zone, weekly_hours, created_at)
  select 'per_' || lpad(to_hex(i), 32, '0'), 'person-' || i, 'Person ' || i, 'Asia/Seoul', 40, '2020-01-01Z' from generate_series(1, 500) i
  on conflict do nothing;
insert into person_zone (person_id, valid_from, zone)
  select id, '1970-01-01Z', zone from person on conflict do nothing;
insert into allocation (id, person_id, service_id, from_date, share_percent, recorded_at)
  select 'alc_' || p || '_' || s, 'per_' || lpad(to_hex(p), 32, '0'), 'svc_' || lpad(to_hex(s), 32, '0'), '2020-01-01', 50, '2020-01-01Z'
  from generate_series(1, 500) p, lateral (values (1 + p % 60), (1 + (p * 7 + 3) % 60)) as v (s)
  on conflict do nothing;
insert into snippet (id, person_id, service_id, week_starting, toil_seconds, recorded_at)
  select 'snp_' || p || '_' || w, 'per_' || lpad(to_hex(p), 32, '0'), 'svc_' || lpad(to_hex(1 + p % 60), 32, '0'),
    date '2026-03-30' + 7 * w, 7200 + 600 * (p % 60), date '2026-04-06' + 7 * w
  from generate_series(5, 500, 5) p, generate_series(0, 25) w
  on conflict do nothing;
insert into survey_answer (id, person_id, week_starting, toil_percent, recorded_at)
  select 'ans_' || p || '_' || w, 'per_' || lpad(to_hex(p), 32, '0'), date '2026-03-30' + 7 * w, p % 50, date '2026-04-06' + 7 * w
  from generate_series(1, 500) p, generate_series(0, 25, 6) w where p % 5 > 0
  on conflict do nothing;
