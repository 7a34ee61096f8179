import { definePlugin, type PluginApi } from "./surface";
const setup = (api: PluginApi) => api.register("/a", async () => 1);
definePlugin({ name: "x", setup }); definePlugin({ name: "y" });
