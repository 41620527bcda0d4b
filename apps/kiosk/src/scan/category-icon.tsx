import {
  IconBackpack,
  IconBuildingBank,
  IconHeartHandshake,
  IconId,
  IconMicrophone2,
  IconTag,
  IconUsers,
} from "@tabler/icons-react";

const icons: Readonly<Record<string, typeof IconUsers>> = {
  public: IconUsers,
  pupils: IconBackpack,
  civil_society: IconHeartHandshake,
  media: IconMicrophone2,
  officials: IconBuildingBank,
  staff: IconId,
};

export function CategoryIcon({ category, size = 28 }: { category: string; size?: number }) {
  const Icon = icons[category] ?? IconTag;
  return <Icon size={size} stroke={1.9} aria-hidden />;
}
