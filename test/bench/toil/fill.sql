-- 500 people, 60 services, 3 years up to a month ago; $1 entries. Everybody works for one service in full, or for two in
-- halves; entries lie on work days between 8 and 18 o'clock, 15 to 120 minutes long, and may overlap.
insert into service (id, key, name, created_at)
  select 'svc_' || lpad(to_hex(i), 32, '0'), 'service-' || i, 'Service ' || i, now() from generate_series(1, 60) i
  on conflict do nothing;
insert into person (id, key, name, zone, weekly_hours, created_at)
  select 'per_' || lpad(to_hex(i), 32, '0'), 'person-' || i, 'Person ' || i, 'Asia/Seoul', 40, now() from generate_series(1, 500) i
  on conflict do nothing;
insert into person_zone (person_id, valid_from, zone)
  select id, '1970-01-01Z', zone from person on conflict do nothing;
insert into allocation (id, person_id, service_id, from_date, share_percent, recorded_at)
  select 'alc_' || p || '_' || s, 'per_' || lpad(to_hex(p), 32, '0'), 'svc_' || lpad(to_hex(s), 32, '0'), '2020-01-01', 50, now()
  from generate_series(1, 500) p, lateral (values (1 + p % 60), (1 + (p * 7 + 3) % 60)) as v (s)
  on conflict do nothing;
