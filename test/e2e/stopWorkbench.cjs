module.exports = async () => {
  globalThis.workbenchServer?.removeAllListeners("exit");
  globalThis.workbenchServer?.kill();
};
