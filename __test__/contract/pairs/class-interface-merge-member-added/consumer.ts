import { Socket } from "./surface";
Socket.open("ws:").then(s => { s.send(s.url); s.close(1); });
