export default { leftovers: { "static/js/old.0a1b2c3d.js": "old" } };
