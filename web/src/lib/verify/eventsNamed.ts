/** The events of one name, in their order. */
export function eventsNamed<event extends { eventName: string }, const name extends event["eventName"]>(
  events: readonly event[],
  name: name,
): Extract<event, { eventName: name }>[] {
  return events.filter((event): event is Extract<event, { eventName: name }> => event.eventName === name);
}
