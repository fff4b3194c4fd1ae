insert into work_entry (id, occurred_at, person_id, service_id, stated_class, work_class, start_at, end_at, duration_seconds,
    source, version, deleted, recorded_at)
  select 'wrk_' || lpad(to_hex(i), 32, '0'), s, 'per_' || lpad(to_hex(1 + i % 500), 32, '0'),
    'svc_' || lpad(to_hex(case when h(i, 1) < 0.8 then case when i / 500 % 2 = 0 then 1 + (1 + i % 500) % 60 else 1 + ((1 + i % 500) * 7 + 3) % 60 end
      else 1 + floor(h(i, 2) * 60)::int end), 32, '0'),
    c, c, s, s + make_interval(secs => m), m, 'MANUAL', 1, false, s + interval '1 day'
  from generate_series(FROM_ENTRY, TO_ENTRY) i,
    lateral (select (date '2023-10-02' + (w * 7 + d)) as day from (select floor(h(i, 3) * 156)::int as w, floor(h(i, 4) * 5)::int as d) x) y,
    lateral (select (day + time '08:00' + make_interval(secs => floor(h(i, 5) * 32400))) at time zone 'Asia/Seoul' as s) z,
    lateral (select 900 + floor(h(i, 6) * 6300)::int as m) l,
    lateral (select (array['TOIL', 'TOIL', 'ENGINEERING', 'ENGINEERING', 'OVERHEAD', 'UNCLASSIFIED'])[1 + floor(h(i, 7) * 6)::int] as c) k
