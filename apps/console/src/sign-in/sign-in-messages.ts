import { defineMessages } from "@abwab/ui";

export const signInMessages = defineMessages("signIn", {
  ar: {
    title: "تسجيل الدخول",
    welcome: "كل باب يُعدّ، وكل رقم صادق",
    promise: "من البوابات والأجنحة إلى هذه الشاشة في أقل من ثانية.",
    email: "البريد الإلكتروني",
    password: "كلمة المرور",
    code: "الرمز من هاتفك",
    codeHint: "الأرقام الستة في تطبيق المصادقة، أو أحد رموز الطوارئ. إن أضعتهما فاطلب من مسؤول إلغاء التحقق بخطوتين.",
    submit: "ادخل",
    emailMissing: "اكتب بريدك الإلكتروني.",
    passwordMissing: "اكتب كلمة المرور.",
    sessionEnded: "سجّل الدخول لتتابع من حيث كنت.",
    forgot: "نسيت كلمة المرور؟ يرسل إليك أي مسؤول رابطاً لكلمة جديدة من صفحة «الأشخاص».",
  },
  fr: {
    title: "Connexion",
    welcome: "Chaque porte compte, chaque chiffre est juste",
    promise: "Des portes et des pavillons jusqu’à cet écran en moins d’une seconde.",
    email: "Adresse électronique",
    password: "Mot de passe",
    code: "Code de votre téléphone",
    codeHint:
      "Les six chiffres de l’application d’authentification, ou un code de secours. Tout est perdu ? Un administrateur peut retirer la double authentification.",
    submit: "Se connecter",
    emailMissing: "Saisissez votre adresse électronique.",
    passwordMissing: "Saisissez votre mot de passe.",
    sessionEnded: "Connectez-vous pour reprendre où vous en étiez.",
    forgot:
      "Mot de passe oublié ? Tout administrateur vous donne un lien pour en choisir un autre, depuis la page « Personnes ».",
  },
  en: {
    title: "Sign in",
    welcome: "Every door counts, every figure is true",
    promise: "From the gates and pavilions to this screen in less than a second.",
    email: "E-mail",
    password: "Password",
    code: "Code of your telephone",
    codeHint:
      "The six digits of the authenticator, or a recovery code. Lost both? An administrator can take two-step sign-in away.",
    submit: "Sign in",
    emailMissing: "Enter your e-mail.",
    passwordMissing: "Enter your password.",
    sessionEnded: "Sign in to go on where you were.",
    forgot: "Forgot the password? Any administrator gives you a link to choose another, from the People page.",
  },
});
