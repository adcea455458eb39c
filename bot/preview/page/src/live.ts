// How does the page speak with the preview's server? One socket: everything that happens comes, acts go.

import { state, take } from "./state";

type Done = Record<string, any>;
const waiting = new Map<number, (done: Done) => void>();
let socket: WebSocket | undefined;
let number = 0;

export function connect(changed: (event: Done) => void, said: (text: string) => void): void {
  socket = new WebSocket(`ws://${location.host}/live/`);
  socket.onopen = () => socket!.send(location.hash.slice(1));
  socket.onmessage = (frame) => {
    const event: Done = JSON.parse(frame.data);
    if (event.t === "done") {
      waiting.get(event.n)?.(event);
      waiting.delete(event.n);
      if (event.error) said(event.error);
      return;
    }
    take(event);
    changed(event);
  };
  socket.onclose = (closed) => {
    if (closed.code === 4001) {
      said("This page needs the whole address that `quoth preview` shows, with what stands behind #.");
      return;
    }
    said("The preview has ended, or is starting again …");
    setTimeout(() => connect(changed, said), 1500);
  };
}

/** Do something as the chosen member; gives what the server says to it. */
export function act(t: string, more: Done = {}): Promise<Done> {
  const n = ++number;
  return new Promise((resolve) => {
    if (socket?.readyState !== WebSocket.OPEN) return resolve({ error: "not connected" });
    waiting.set(n, resolve);
    socket.send(JSON.stringify({ n, t, as: state.me, channel: state.channel, ...more }));
  });
}
