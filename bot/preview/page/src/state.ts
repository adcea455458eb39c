// What is there, and where is the visitor? Channels, people, commands and messages, as the server tells them.

export interface Message {
  id: string; channel_id: string; content: string; timestamp: string; edited_timestamp: string | null;
  author: { id: string; username: string; global_name?: string; bot?: boolean };
  components?: Component[]; flags?: number; thinking?: boolean; seen_by?: string; reacted?: Record<string, string[]>;
  asked_by?: { id: string; what: string }; referenced_message?: Message; trace: Trace;
}
export interface Trace {
  request?: string; sent?: unknown; first_ms?: number; whole_ms?: number; uses?: [string, number, number][];
  wrong?: string[] | null;
}
export interface Component { type: number; id?: number; [key: string]: any }
export interface Option { name: string; description: string; type: number; required?: boolean; autocomplete?: boolean;
  choices?: { name: string; value: string }[]; name_localizations?: Record<string, string>;
  description_localizations?: Record<string, string>; max_length?: number }
export interface Command { name: string; type?: number; description: string; options?: Option[];
  default_member_permissions?: string | null;
  name_localizations?: Record<string, string>; description_localizations?: Record<string, string> }
export interface Person { id: string; name: string; role: string; colour: string; locale: string; rights: number }
export interface Channel { id: string; type: number; name: string; topic?: string; parent_id?: string;
  applied_tags?: string[]; available_tags?: { id: string; name: string }[]; owner_id?: string }

export const BOT = "100", DIRECT = "302", FORUM = 15, EPHEMERAL = 64;

export const state = {
  me: "200", channel: "301", people: [] as Person[], channels: [] as Channel[], commands: [] as Command[],
  messages: new Map<string, Message>(), delay: 0, forbidden: false,
};

export function take(event: Record<string, any>): void {
  switch (event.t) {
    case "state":
      Object.assign(state, { people: event.people, channels: event.channels, commands: event.commands });
      state.messages = new Map(event.messages.map((message: Message) => [message.id, message]));
      state.delay = event.delay_ms; state.forbidden = event.forbidden;
      break;
    case "message": state.messages.set(event.message.id, event.message); break;
    case "deleted": state.messages.delete(event.id); break;
    case "commands": state.commands = event.commands; break;
    case "trouble": state.delay = event.delay_ms; state.forbidden = event.forbidden; break;
    case "channel":
      state.channels = [...state.channels.filter((one) => one.id !== event.channel.id), event.channel];
  }
}

export const me = (): Person => state.people.find((person) => person.id === state.me)!;
export const channel = (id: string): Channel | undefined =>
  id === DIRECT ? { id, type: 1, name: "Quoth" } : state.channels.find((one) => one.id === id);
export const named = (id: string): string =>
  id === BOT ? "Quoth" : state.people.find((person) => person.id === id)?.name ?? "unknown-user";
export const local = (thing: any, key: "name" | "description"): string =>
  thing[`${key}_localizations`]?.[me()?.locale] ?? thing[key];
export const visible = (message: Message): boolean =>
  message.channel_id === state.channel && (!((message.flags ?? 0) & EPHEMERAL) || message.seen_by === state.me);
