importScripts("workbox.js");
workbox.precaching.precacheAndRoute([{ revision: null, url: "static/js/1.0a1b2c3d.js" }, { revision: "6e3eae808b88031a968d0f48a7f35865", url: "mf-manifest.json" }]);
