importScripts("workbox.js");
workbox.precaching.precacheAndRoute([{ revision: null, url: "static/js/1.0a1b2c3d.js" }, { revision: "8861415cd7266bc7410dafc080fe5acd", url: "mf-manifest.json" }]);
