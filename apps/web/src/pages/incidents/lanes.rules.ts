/** An event as a lane needs it. */
export interface LaneEvent {
  type: string;
  at: string;
  person: { id: string; name: string } | null;
}
/** A stretch of time in milliseconds; paused is snoozed time. */
export interface Stretch {
  from: number;
  to: number;
  paused: boolean;
}
/** A row of the picture: the incident itself (person null) or one responder. */
export interface Lane {
  person: { id: string; name: string } | null;
  stretches: Stretch[];
}

const order = ['OPENED', 'REOPENED', 'ACKNOWLEDGED', 'JOINED', 'RESUMED', 'SNOOZED', 'LEFT', 'RESOLVED'];

/**
 * Who was on it when: open time first, then one lane for each responder from acknowledging or joining
 * until leaving or the resolve; snoozed stretches are marked and do not count. An open end runs to now.
 */
export const lanesOf = (events: readonly LaneEvent[], now: number): Lane[] => {
  const sorted = [...events].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || order.indexOf(a.type) - order.indexOf(b.type),
  );
  const lanes = new Map<string, Lane>([['', { person: null, stretches: [] }]]);
  const open = new Map<string, { from: number; paused: boolean }>();
  const lane = (person: LaneEvent['person']) => {
    const key = person?.id ?? '';
    const found = lanes.get(key) ?? { person, stretches: [] };
    lanes.set(key, found);
    return found;
  };
  const end = (person: LaneEvent['person'], to: number) => {
    const key = person?.id ?? '';
    const running = open.get(key);
    if (!running) return;
    if (to > running.from) lane(person).stretches.push({ from: running.from, to, paused: running.paused });
    open.delete(key);
  };
  const begin = (person: LaneEvent['person'], from: number, paused = false) => {
    lane(person);
    const key = person?.id ?? '';
    if (open.has(key) && open.get(key)?.paused === paused) return;
    end(person, from);
    open.set(key, { from, paused });
  };
  const engaged = () => [...lanes.values()].filter((one) => one.person && open.has(one.person.id));
  for (const event of sorted) {
    const at = Date.parse(event.at);
    switch (event.type) {
      case 'OPENED':
      case 'REOPENED':
        begin(null, at);
        if (event.type === 'REOPENED' && event.person) begin(event.person, at);
        break;
      case 'ACKNOWLEDGED':
      case 'JOINED':
        if (event.person) begin(event.person, at);
        break;
      case 'SNOOZED':
        for (const one of event.person ? [{ person: event.person }] : engaged())
          if (one.person && open.has(one.person.id)) begin(one.person, at, true);
        break;
      case 'RESUMED':
        for (const one of event.person ? [{ person: event.person }] : engaged()) begin(one.person, at);
        break;
      case 'LEFT':
        if (event.person) end(event.person, at);
        break;
      case 'RESOLVED':
        for (const one of [...lanes.values()]) end(one.person, at);
        break;
    }
  }
  for (const one of [...lanes.values()]) end(one.person, now);
  return [...lanes.values()];
};
