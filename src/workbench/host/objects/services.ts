import { defineClass } from "../classes";

/** Services of Office that the client itself calls: the custom functions, the shared runtime. */
export const customFunctions = defineClass<null>({
  name: "Microsoft.ExcelServices.CustomFunctions",
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: (_self, _args, host) => host.functionsAreReady(),
    _GetEnabledFeatures: () => [],
    SetInvocationArrayResults: (_self, [results], host) => host.functionResults(results as unknown[][]),
    SetInvocationResults: (_self, [results], host) =>
      host.functionResults(
        (results as { id: number; failed?: boolean; value?: unknown; errorCode?: number }[]).map((result) => [
          result.id,
          !result.failed,
          result.value,
          result.errorCode,
        ]),
      ),
  },
});

export const appRuntimeService = defineClass<null>({
  name: "Microsoft.AppRuntime.AppRuntimeService",
  methods: {
    GetAppRuntimeState: (_self, _args, host) => host.paneState(),
    SetAppRuntimeState: (_self, [state], host) => host.setPaneState(state as string),
  },
});

export const appRuntimePersistenceService = defineClass<null>({
  name: "Microsoft.AppRuntime.AppRuntimePersistenceService",
  methods: {
    GetAppRuntimeStartState: (_self, _args, host) => host.startupState(),
    SetAppRuntimeStartState: (_self, [state], host) => host.setStartupState(state as string),
  },
});

export const addinInternalService = defineClass<null>({
  name: "Microsoft.InternalService.AddinInternalService",
  methods: { NotifyActionHandlerReady: () => undefined },
});
