#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// The screens that a reader can show.
UKETSUKE_ENUM(Screen,
              idle,                     ///< asks for a card
              reading,                  ///< the card is being read
              choose_method,            ///< face or PIN
              face_guide,               ///< a frame for the face; the picture is taken automatically
              face_failed,              ///< no match; try again, or by PIN
              enter_pin,                ///< four digits
              pin_wrong,                ///< wrong PIN; shows the tries left
              pin_locked,               ///< no tries are left
              visual_check,             ///< staff compare card and person
              checking,                 ///< waits for the eligibility service
              registration,             ///< asks whether to register the card as insurance card
              certificate_notice,       ///< the certificate expires soon, or is in its grace period
              consent_all,              ///< all at once, or one by one (包括同意, from 2024-10-07)
              consent_medicines,        ///< 診療・薬剤
              consent_operations,       ///< 手術
              consent_health_checkups,  ///< 特定健診
              specific_disease,         ///< 特定疾病療養受療証情報; asked of holders only
              prescription_form,        ///< 電子処方箋 or paper; only at sites that issue both and ask
              limit,                    ///< 限度額情報, until 2024-10-06
              done,                     ///< reception complete; take the card
              take_card,                ///< no further step is possible; take the card
              card_not_recognised,      ///< error 001
              not_my_number_card,       ///< error 002
              certificate_invalid,      ///< error 006
              not_insured,              ///< no valid insurance was found
              service_unavailable,      ///< the eligibility service does not answer
              identity_failed,          ///< no method of identification is left; go to the desk
              phone_kind,               ///< which kind of smartphone
              hold_phone,               ///< unlock the phone and hold it on the reader
              phone_failed,             ///< the phone could not be used; try again
              phone_not_registered,     ///< the first registration needs the card
              phone_ended,              ///< no further step is possible; there is no card to take
)

/// The buttons that a patient can touch.
UKETSUKE_ENUM(Button,
              face,                                            ///< 顔認証
              pin,                                             ///< 暗証番号
              retry,                                           ///< もう一度
              cancel,                                          ///< 中止する
              agree,                                           ///< 同意する
              refuse,                                          ///< 同意しない
              agree_all,                                       ///< 全て同意する
              individually,                                    ///< 個別に同意する
              refuse_all,                                      ///< 全て同意しない; in no public source
              provide,                                         ///< 提供する
              do_not_provide,                                  ///< 提供しない
              electronic,                                      ///< 電子処方箋
              paper,                                           ///< 紙の処方箋
              enroll UKETSUKE_NAME("register"),                ///< 利用登録する
              do_not_enroll UKETSUKE_NAME("do_not_register"),  ///< 登録しない
              confirm,                                         ///< 確認
              smartphone,                                      ///< スマートフォン, on the idle screen
              iphone,                                          ///< the kind of phone: iPhone
              android,                                         ///< the kind of phone: Android
)

/// Colour of the lamp beside the slot.
UKETSUKE_ENUM(LampColor,
              off,    ///< dark
              blue,   ///< waiting or working
              green,  ///< done
              red,    ///< error
)

}  // namespace uketsuke::record
