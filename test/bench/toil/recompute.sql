-- The report of 26 weeks from the raw rows: cut each person's time at every border, let toil win, split over services.
with item as (
  select person_id, service_id, work_class, greatest(start_at, $1::timestamptz) as s, least(end_at, $2::timestamptz) as e
  from work_entry where not deleted and occurred_at >= $1::timestamptz - interval '7 days' and occurred_at < $2 and end_at > $1
), border as (
  select distinct person_id, at from item, lateral (values (s), (e)) as v (at)
), slice as (
  select person_id, at as s, lead(at) over (partition by person_id order by at) as e from border
), active as (
  select x.person_id, x.s, x.e, min(array_position(array['TOIL', 'ENGINEERING', 'OVERHEAD', 'UNCLASSIFIED'], i.work_class)) as winner
  from slice x join item i on i.person_id = x.person_id and i.s < x.e and i.e > x.s where x.e is not null group by 1, 2, 3
), share as (
  select distinct a.person_id, a.s, a.e, a.winner, i.service_id
  from active a join item i on i.person_id = a.person_id and i.s < a.e and i.e > a.s
    and i.work_class = (array['TOIL', 'ENGINEERING', 'OVERHEAD', 'UNCLASSIFIED'])[a.winner]
)
select service_id, winner, sum(extract(epoch from e - s) / k) as seconds
from (select *, count(*) over (partition by person_id, s, winner) as k from share) t group by 1, 2
