import { CommandType, ICommandService, LocaleService, LocaleType } from "@univerjs/core";
import type { Univer } from "@univerjs/core";
import { ContextMenuGroup, ContextMenuPosition, IMenuManagerService, MenuItemType } from "@univerjs/ui";
import type { ManifestButton } from "./manifest";

/** The add-in's entries in the menu of a cell. `labels` are the manifest's, in both languages. */
export function addCellMenu(
  univer: Univer,
  buttons: Readonly<Record<"zh-CN" | "en-US", readonly ManifestButton[]>>,
  run: (button: ManifestButton) => void,
): void {
  const injector = univer.__getInjector();
  const wordsOf = (list: readonly ManifestButton[]) => ({
    addinMenu: Object.fromEntries(list.map(({ action, label }) => [action, label])),
  });
  injector.get(LocaleService).load({
    [LocaleType.ZH_CN]: wordsOf(buttons["zh-CN"]),
    [LocaleType.EN_US]: wordsOf(buttons["en-US"]),
  });
  const commands = injector.get(ICommandService);
  const menu = injector.get(IMenuManagerService);
  buttons["en-US"].forEach((button, order) => {
    const id = `addin.command.${button.action}`;
    commands.registerCommand({
      id,
      type: CommandType.OPERATION,
      handler: () => {
        run(button);
        return true;
      },
    });
    menu.mergeMenu({
      [ContextMenuPosition.MAIN_AREA]: {
        [ContextMenuGroup.OTHERS]: {
          [id]: {
            order: 100 + order,
            menuItemFactory: () => ({ id, type: MenuItemType.BUTTON, title: `addinMenu.${button.action}` }),
          },
        },
      },
    });
  });
}
