import { defineColumns } from "./surface";
defineColumns<{ a: number }>({ id: "x", title: "X", compute: r => r.a.toFixed() });
